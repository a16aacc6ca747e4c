package io.hawt.springboot.security;

import io.hawt.web.auth.RolePrincipal;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import javax.security.auth.Subject;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.spi.LoginModule;
import org.springframework.security.core.Authentication;

/**
 * Tells Hawtio the roles of a user whom Spring Security has let in. Hawtio looks this class up by its name, which its
 * separate security artefact would otherwise bring.
 */
public final class HawtioSpringSecurityLoginModule implements LoginModule {

    private Subject subject = new Subject();

    @Override
    public void initialize(Subject user, CallbackHandler handler, Map<String, ?> sharedState, Map<String, ?> options) {
        subject = user;
    }

    @Override
    public boolean login() {
        return true;
    }

    @Override
    public boolean commit() {
        for (Principal principal : List.copyOf(subject.getPrincipals())) {
            if (principal instanceof Authentication user) {
                user.getAuthorities().forEach(granted -> subject.getPrincipals()
                        .add(new RolePrincipal(granted.getAuthority().replaceFirst("^ROLE_", ""))));
            }
        }
        return true;
    }

    @Override
    public boolean abort() {
        return false;
    }

    @Override
    public boolean logout() {
        return true;
    }
}
