package in.sangam.app.security;

import in.sangam.app.data.Logins;
import jakarta.servlet.DispatcherType;
import java.util.LinkedHashMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.DelegatingAuthenticationEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Everything is behind a login except the login page and liveness. People log in by a form and keep a session; programs
 * send HTTP Basic. Whoever changes something must be {@code admin}; what Jolokia may do is decided in {@link HubRestrictor}.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {

    static final String ROLE_ADMIN = "admin";
    static final String ROLE_VIEWER = "viewer";

    /** Answers corrections and signs adjustments. */
    static final String ROLE_NODAL = "nodal";

    /** Asks for corrections. */
    static final String ROLE_DISTRICT = "district";

    private static final String PAGE_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
                    + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    SecurityFilterChain everyRequest(HttpSecurity http, ApiEntryPoint apiEntryPoint) throws Exception {
        // spotless:off
        return http.authorizeHttpRequests(requests -> requests
                        // The first dispatch of a request has been judged already.
                        .dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/login", "/login/**", "/observe/health/liveness")
                        .permitAll()
                        // Portals sign what they push; who does not is refused there.
                        .requestMatchers(HttpMethod.POST, "/push/*/*")
                        .permitAll()
                        .requestMatchers("/jolokia/**", "/hawtio/**", "/logout")
                        .authenticated()
                        .requestMatchers(HttpMethod.POST, "/api/v1/corrections", "/corrections")
                        .hasAnyRole(ROLE_DISTRICT, ROLE_NODAL, ROLE_ADMIN)
                        .requestMatchers(
                                HttpMethod.POST,
                                "/api/v1/corrections/*/*",
                                "/corrections/*/*",
                                "/api/v1/reconciliation/differences/*/*",
                                "/reconciliation/differences/*/*")
                        .hasAnyRole(ROLE_NODAL, ROLE_ADMIN)
                        .requestMatchers(HttpMethod.GET)
                        .authenticated()
                        .requestMatchers(HttpMethod.HEAD)
                        .authenticated()
                        .anyRequest()
                        .hasRole(ROLE_ADMIN))
                .formLogin(form -> form.loginPage("/login").defaultSuccessUrl("/"))
                .httpBasic(basic -> basic.authenticationEntryPoint(apiEntryPoint))
                .logout(logout -> logout.logoutSuccessUrl("/login"))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(entryPoint(apiEntryPoint)))
                .csrf(csrf -> csrf.ignoringRequestMatchers(
                                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/push/*/*"))
                        .csrfTokenRepository(CookieCsrfTokenRepository.withHttpOnlyFalse())
                        .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler()))
                .addFilterAfter(new CsrfCookieFilter(), BasicAuthenticationFilter.class)
                .headers(headers -> headers.httpStrictTransportSecurity(transport -> transport.disable())
                        .referrerPolicy(referrer -> {})
                        .contentSecurityPolicy(policy -> policy.policyDirectives(PAGE_POLICY)))
                .build();
        // spotless:on
    }

    @Bean
    HttpFirewall firewall() {
        return new CaseNumberFirewall();
    }

    /** A browser that asks for a page is led to the login page; everything else gets 401. */
    private static AuthenticationEntryPoint entryPoint(ApiEntryPoint forPrograms) {
        LinkedHashMap<RequestMatcher, AuthenticationEntryPoint> byRequest = new LinkedHashMap<>();
        for (String path : new String[] {"/api/**", "/observe/**", "/jolokia/**", "/hawtio/jolokia/**"}) {
            byRequest.put(PathPatternRequestMatcher.withDefaults().matcher(path), forPrograms);
        }
        byRequest.put(new RequestHeaderRequestMatcher("X-Requested-With", "XMLHttpRequest"), forPrograms);
        DelegatingAuthenticationEntryPoint delegating = new DelegatingAuthenticationEntryPoint(byRequest);
        delegating.setDefaultEntryPoint(new LoginUrlAuthenticationEntryPoint("/login"));
        return delegating;
    }

    @Bean
    ApiEntryPoint apiEntryPoint() {
        return new ApiEntryPoint();
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return new RememberedPasswords(Logins.encoder());
    }

    @Bean
    UserDetailsService users(Logins logins) {
        return new InMemoryUserDetailsManager(
                User.withUsername(Logins.ADMIN)
                        .password(logins.hashes().get(Logins.ADMIN))
                        .roles(ROLE_ADMIN, ROLE_VIEWER)
                        .build(),
                User.withUsername(Logins.APPROVER)
                        .password(logins.hashes().get(Logins.APPROVER))
                        .roles(ROLE_ADMIN, ROLE_VIEWER)
                        .build(),
                User.withUsername(Logins.NODAL)
                        .password(logins.hashes().get(Logins.NODAL))
                        .roles(ROLE_NODAL, ROLE_VIEWER)
                        .build(),
                User.withUsername(Logins.DISTRICT)
                        .password(logins.hashes().get(Logins.DISTRICT))
                        .roles(ROLE_DISTRICT, ROLE_VIEWER)
                        .build(),
                User.withUsername(Logins.VIEWER)
                        .password(logins.hashes().get(Logins.VIEWER))
                        .roles(ROLE_VIEWER)
                        .build());
    }
}
