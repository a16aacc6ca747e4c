package in.sangam.feeds.pages;

import in.sangam.core.place.Place;
import in.sangam.feeds.FeedSettings;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.util.UriComponentsBuilder;

/** Makes the {@link Page} of a request, and keeps a language that was asked for in a cookie. */
public final class PageArgument implements HandlerMethodArgumentResolver {

    /** Request attribute in which the program that secures the pages hands over the token of forms; the parameter is {@code _csrf}. */
    public static final String FORM_TOKEN = "in.sangam.formToken";

    private final FeedSettings settings;
    private final Place state;

    public PageArgument(FeedSettings settings, Place state) {
        this.settings = settings;
        this.state = state;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Page.class;
    }

    @Override
    public Page resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        HttpServletResponse response = Objects.requireNonNull(web.getNativeResponse(HttpServletResponse.class));
        return of(request, response);
    }

    Page of(HttpServletRequest request, HttpServletResponse response) {
        Language language = Language.of(request);
        if (request.getParameter(Language.PARAMETER) != null) {
            response.addCookie(kept(language, request.isSecure()));
        }
        return new Page(
                language,
                state,
                request.getRequestURI(),
                switchLink(request, language.other()),
                settings.sandboxData(),
                Objects.requireNonNullElse(request.getRemoteUser(), ""),
                request.isUserInRole("admin"),
                inAnyRole(request, "district", "nodal", "admin"),
                inAnyRole(request, "nodal", "admin"),
                request.getAttribute(FORM_TOKEN) instanceof String token ? token : "",
                Instant.now());
    }

    private static boolean inAnyRole(HttpServletRequest request, String... roles) {
        return Arrays.stream(roles).anyMatch(request::isUserInRole);
    }

    private static Cookie kept(Language language, boolean secure) {
        Cookie cookie = new Cookie(Language.COOKIE, language.code());
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
        return cookie;
    }

    private static String switchLink(HttpServletRequest request, Language to) {
        return UriComponentsBuilder.fromPath(request.getRequestURI())
                .query(request.getQueryString())
                .replaceQueryParam(Language.PARAMETER, to.code())
                .build(true)
                .toUriString();
    }
}
