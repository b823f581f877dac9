package org.minyi.citizen;

import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.stereotype.Component;

/** Before the first table is touched: whoever has not the right master key changes nothing. */
@Component
class KeyCheck implements Callback {

    private final MasterKey master;

    KeyCheck(MasterKey master) {
        this.master = master;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        var tables = KeyTables.on(context.getConnection());
        if (tables.exist()) {
            tables.all().forEach(key -> master.unwrap(key.id(), key.purpose(), key.wrapped()));
        }
    }

    @Override
    public String getCallbackName() {
        return "the master key opens the identities";
    }
}
