package badhouse.survey.util;

/** Where everything ends up. */
class Drawer {}
