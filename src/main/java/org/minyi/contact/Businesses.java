package org.minyi.contact;

import java.util.List;
import java.util.Optional;
import org.minyi.organisation.CentreSettings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The modules and businesses of this city: nine and thirteen to begin with, a process owner may add. */
@Service
public class Businesses {

    private final ContactTables tables;
    private final CentreSettings centre;

    Businesses(ContactTables tables, CentreSettings centre) {
        this.tables = tables;
        this.centre = centre;
    }

    /** All modules in the order they were founded. */
    public List<BusinessModule> modules() {
        return tables.modules();
    }

    /** All businesses, module by module. */
    public List<Business> all() {
        return tables.businesses();
    }

    /** The business of this code. */
    public Optional<Business> find(String code) {
        return all().stream().filter(one -> one.code().equals(code)).findFirst();
    }

    /** The business of this code; when nobody named it, it is called as its code. */
    public Business get(String code) {
        return find(code).orElseGet(() -> new Business(code, null, code));
    }

    /** What the centre calls the business, in its own language; its code when nobody named it. */
    public String nameOf(String code) {
        return get(code).name(centre.language().locale());
    }

    /** Adds a module or renames it. */
    @Transactional
    public void put(BusinessModule module) {
        tables.put(module);
    }

    /** Adds a business or renames it. */
    @Transactional
    public void put(Business business) {
        tables.put(business);
    }
}
