package in.sangam.app.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The pages by which a person logs in and out, in Hindi and English. Logging out is a POST, so that no link of another site can do it. */
@RestController
class LoginPage {

    private static final String HTML = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8";

    private final Bilingual login = new Bilingual("/login/login.html");
    private final Bilingual logout = new Bilingual("/login/logout.html");
    private final String style = Bilingual.text("/login/login.css");

    @GetMapping(path = "/login", produces = HTML)
    ResponseEntity<String> login(HttpServletRequest request, CsrfToken csrf) {
        boolean failed = request.getParameterMap().containsKey("error");
        return answer(login.page(
                request,
                Map.of(
                        "csrfName", csrf.getParameterName(),
                        "csrf", csrf.getToken(),
                        "failed", failed ? Bilingual.words(request).getString("failed") : "")));
    }

    @GetMapping(path = "/logout", produces = HTML)
    ResponseEntity<String> logout(HttpServletRequest request, CsrfToken csrf) {
        return answer(logout.page(request, Map.of("csrfName", csrf.getParameterName(), "csrf", csrf.getToken())));
    }

    @GetMapping(path = "/login/login.css", produces = "text/css;charset=UTF-8")
    String style() {
        return style;
    }

    private static ResponseEntity<String> answer(String html) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(html);
    }
}
