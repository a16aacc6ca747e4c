package in.sangam.app.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator sets under {@code hub:}, by flag, environment ({@code HUB_…}) or {@code config/application.yaml}, in
 * that order of precedence.
 *
 * @param data folder of this hub
 * @param config folder with kpis, rules, places, holidays and flows
 * @param connectors folder with one folder per portal
 * @param portals properties file with addresses and secrets of the portals, or null
 * @param asOf ISO date-time at which the hub's "now" stands still, or null for the wall clock
 * @param poll shortest polling period for all streams, for a demo; null leaves each stream its own
 * @param publishEvery time between two looks for changed KPI values
 * @param banner message key of a banner on every page, e.g. {@code sandbox}; null for none
 */
@ConfigurationProperties("hub")
public record HubSettings(
        @DefaultValue("data") Path data,
        @DefaultValue("config") Path config,
        @DefaultValue("connectors") Path connectors,
        @Nullable Path portals,
        @Nullable String asOf,
        @Nullable Duration poll,
        @DefaultValue("5s") Duration publishEvery,
        @Nullable String banner,
        @DefaultValue Server datasource,
        @DefaultValue Server broker,
        @DefaultValue Vault vault) {

    /**
     * Where the bytes of unreadable answers are kept when the database is not ours, and the key they are sealed with.
     *
     * @param username role that owns schema {@code vault} of the same database; null: no bytes are kept
     * @param keyFile file of 64 hexadecimal digits; null for a generated key in the data folder
     */
    public record Vault(
            @Nullable String username, @Nullable String password, @Nullable Path passwordFile, @Nullable Path keyFile) {

        @Override
        public String toString() {
            return username == null ? "embedded" : username;
        }
    }

    /**
     * A database or broker that is not ours.
     *
     * @param url null for the embedded one
     * @param passwordFile file whose content is the password: for mounted secrets
     */
    public record Server(
            @Nullable String url, @Nullable String username, @Nullable String password, @Nullable Path passwordFile) {

        /** Who the hub is where nothing else is said. */
        public static final String USUAL_USER = "sangam";

        /** Returns whom to log in as. */
        public String user() {
            return username == null ? USUAL_USER : username;
        }

        public boolean isExternal() {
            return url != null && !url.isBlank();
        }

        /** Returns the password, read from its file when one is named; empty when there is none. */
        public String secret() {
            return passwordFile == null ? password == null ? "" : password : secretIn(passwordFile);
        }

        @Override
        public String toString() {
            return isExternal() ? String.valueOf(url) : "embedded";
        }
    }

    /** Returns the content of a file that holds one secret. */
    static String secretIn(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The secret in " + file + " cannot be read", e);
        }
    }
}
