package badhouse.attic;

/** Lives in a room that stands on no floor. */
class Ghost {}
