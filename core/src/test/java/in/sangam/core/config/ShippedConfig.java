package in.sangam.core.config;

import java.nio.file.Path;

/** The configuration that the product ships, loaded once for all tests. */
public final class ShippedConfig {

    private static final HubConfig CONFIG = HubConfig.load(Path.of("..", "config"));

    private ShippedConfig() {}

    /** Returns it. */
    public static HubConfig get() {
        return CONFIG;
    }
}
