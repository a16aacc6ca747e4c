package in.sangam.app.console;

import io.hawt.springboot.HawtioPlugin;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Adds the Hub tab to Hawtio: a hand-written Module Federation container, so that the build needs no npm. */
@Configuration(proxyBeanMethods = false)
class ConsoleConfiguration implements WebMvcConfigurer {

    @Bean
    HawtioPlugin hubTab() {
        HawtioPlugin plugin = new HawtioPlugin("hubPlugin", "./plugin");
        plugin.setUrl("/hub-plugin");
        plugin.setRemoteEntryFileName("remoteEntry.js");
        return plugin;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/hub-plugin/**").addResourceLocations("classpath:/hub-plugin/");
    }
}
