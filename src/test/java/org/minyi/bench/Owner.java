package org.minyi.bench;

import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The embedded database as its owner finds it: emptying tables and measuring them anew is not the application's right. */
final class Owner {

    private Owner() {}

    static DataSource of(ApplicationContext minyi) {
        var owner = minyi.getBean(FlywayConnectionDetails.class);
        var database = new DriverManagerDataSource(owner.getJdbcUrl(), owner.getUsername(), owner.getPassword());
        var schemas = new Properties();
        schemas.put("currentSchema", "public,minyi");
        database.setConnectionProperties(schemas);
        return database;
    }
}
