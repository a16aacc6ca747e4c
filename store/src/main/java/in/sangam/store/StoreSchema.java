package in.sangam.store;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/** Brings the database schema {@code hub} up to this release. */
public final class StoreSchema {

    /** Name of the schema that holds everything of the hub. */
    public static final String NAME = "hub";

    /** The first PostgreSQL that returns old and new values of a row, which the page write lives by. */
    private static final int OLDEST_POSTGRESQL = 18;

    private StoreSchema() {}

    /**
     * Makes or migrates the schema; several nodes may call it at the same time. Throws when the server is too old, when a newer
     * hub has migrated the schema, or when a migration fails.
     */
    public static void migrate(DataSource database) {
        mustBeNewEnough(database);
        Flyway flyway = Flyway.configure(StoreSchema.class.getClassLoader())
                .dataSource(database)
                .schemas(NAME)
                .defaultSchema(NAME)
                .createSchemas(true)
                .locations("classpath:db/migration")
                .load();
        mustNotBeNewer(flyway);
        flyway.migrate();
    }

    /** What a newer hub has made of the tables this one cannot know, and could write wrong. */
    private static void mustNotBeNewer(Flyway flyway) {
        for (MigrationInfo each : flyway.info().all()) {
            if (each.getState() == MigrationState.FUTURE_SUCCESS) {
                throw new IllegalStateException("A newer version of the hub has migrated this database (schema version "
                        + each.getVersion() + ", " + each.getDescription()
                        + "): start that version, or restore the backup that was made before it");
            }
        }
    }

    private static void mustBeNewEnough(DataSource database) {
        try (Connection connection = database.getConnection()) {
            String version = connection.getMetaData().getDatabaseProductVersion();
            if (connection.getMetaData().getDatabaseMajorVersion() < OLDEST_POSTGRESQL) {
                throw new IllegalStateException("The hub needs PostgreSQL " + OLDEST_POSTGRESQL
                        + " or newer, and the database it is given is " + version
                        + ": upgrade that server, or leave the datasource out to run the hub's own");
            }
        } catch (SQLException e) {
            throw new StoreUnavailable("The database of the hub cannot be reached", e);
        }
    }
}
