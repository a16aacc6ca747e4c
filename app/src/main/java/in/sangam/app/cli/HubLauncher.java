package in.sangam.app.cli;

import in.sangam.app.HubApplication;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

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
        defaults.put("spring.config.additional-location", "optional:file:" + configFolder.toAbsolutePath() + "/");
        return new SpringApplicationBuilder(HubApplication.class)
                .web(WebApplicationType.SERVLET)
                .properties(defaults)
                .logStartupInfo(false)
                .run(flags.entrySet().stream()
                        .map(flag -> "--" + flag.getKey() + "=" + flag.getValue())
                        .toArray(String[]::new));
    }
}
