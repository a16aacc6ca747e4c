package in.sangam.app.cli;

import in.sangam.app.HubApplication;
import in.sangam.app.wiring.HubSettings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** Starts the hub inside this JVM. */
final class HubLauncher {

    private HubLauncher() {}

    /**
     * Starts the hub and returns when it serves.
     *
     * @param flags settings that win over environment and configuration
     * @param fallbacks settings for which everything else wins
     */
    static ConfigurableApplicationContext start(
            Path configFolder, Map<String, Object> flags, Map<String, Object> fallbacks) {
        Map<String, Object> defaults = new LinkedHashMap<>(fallbacks);
        // Read after the settings inside the jar, and before environment and flags.
        defaults.put("spring.config.additional-location", location(configFolder));
        return new SpringApplicationBuilder(HubApplication.class)
                .web(WebApplicationType.SERVLET)
                .properties(defaults)
                .logStartupInfo(false)
                .run(flags.entrySet().stream()
                        .map(flag -> "--" + flag.getKey() + "=" + flag.getValue())
                        .toArray(String[]::new));
    }

    /** Returns the settings that environment and configuration give, without starting anything. */
    static HubSettings settings(Path configFolder) {
        SpringApplication bare = new SpringApplicationBuilder(Bare.class)
                .web(WebApplicationType.NONE)
                .properties("spring.config.additional-location=" + location(configFolder))
                .logStartupInfo(false)
                .build();
        try (ConfigurableApplicationContext context = bare.run()) {
            return Binder.get(context.getEnvironment()).bindOrCreate("hub", HubSettings.class);
        }
    }

    private static String location(Path configFolder) {
        return "optional:file:" + configFolder.toAbsolutePath() + "/";
    }

    /** A context that has settings and nothing else. */
    @Configuration(proxyBeanMethods = false)
    static class Bare {}
}
