package in.sangam.app.security;

import in.sangam.store.Audit;
import org.jolokia.server.core.service.api.Restrictor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts our restrictor into Jolokia, which takes the one that it finds among the beans. */
@Configuration(proxyBeanMethods = false)
class JolokiaConfiguration {

    @Bean
    Restrictor hubRestrictor(Audit audit) {
        return new HubRestrictor(audit);
    }
}
