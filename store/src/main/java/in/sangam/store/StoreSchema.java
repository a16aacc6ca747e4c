package in.sangam.store;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the database schema {@code hub} up to this release. */
public final class StoreSchema {

    /** Name of the schema that holds everything of the hub. */
    public static final String NAME = "hub";

    private StoreSchema() {}

    /** Makes or migrates the schema; several nodes may call it at the same time. Throws when a migration fails. */
    public static void migrate(DataSource database) {
        Flyway.configure(StoreSchema.class.getClassLoader())
                .dataSource(database)
                .schemas(NAME)
                .defaultSchema(NAME)
                .createSchemas(true)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }
}
