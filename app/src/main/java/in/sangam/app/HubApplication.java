package in.sangam.app;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;

/**
 * The hub as a Spring Boot application. Only the classes under {@code in.sangam.app} are scanned; the other modules come in
 * by their own configuration classes. Database and broker are ours, never Boot's; what is Boot's stands in
 * {@code META-INF/spring/in.sangam.app.HubApplication.imports}.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration
@ComponentScan
@ConfigurationPropertiesScan
public class HubApplication {}
