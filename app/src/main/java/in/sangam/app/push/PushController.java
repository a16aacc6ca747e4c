package in.sangam.app.push;

import in.sangam.routes.push.PageBounds;
import in.sangam.routes.push.PushEntrance;
import in.sangam.routes.push.PushRefused;
import in.sangam.routes.push.PushedPage;
import in.sangam.routes.push.Receipt;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where portals push their pages. There is no login: the signature of the page is one, and without it nothing is answered but 401.
 * The body is read to its end, within the bounds of its stream in bytes and time, whatever else is wrong with the request.
 */
@RestController
final class PushController {

    private static final Logger LOG = LoggerFactory.getLogger(PushController.class);
    private static final String WAIT_SECONDS = "30";
    private static final PageBounds UNKNOWN = new PageBounds(1024, Duration.ofSeconds(5));

    private final PushEntrance entrance;

    PushController(PushEntrance entrance) {
        this.entrance = entrance;
    }

    @PostMapping("/push/{portal}/{stream}")
    ResponseEntity<?> push(@PathVariable String portal, @PathVariable String stream, HttpServletRequest request)
            throws IOException, PushedBody.NotWhole {
        PageBounds bounds = entrance.bounds(portal, stream).orElse(UNKNOWN);
        byte[] body = PushedBody.read(request.getInputStream(), bounds);
        if (body.length > bounds.largest()) {
            return problem(
                    HttpStatus.PAYLOAD_TOO_LARGE,
                    "TOO_LARGE",
                    "The page has more than " + bounds.largest() + " bytes: send fewer records in each");
        }
        if (!isJson(request.getContentType()) || request.getHeader(HttpHeaders.CONTENT_ENCODING) != null) {
            return problem(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE, "NOT_JSON", "Send the page as application/json, not packed");
        }
        PushedPage page = new PushedPage(
                request.getHeader("webhook-id"),
                request.getHeader("webhook-timestamp"),
                request.getHeader("webhook-signature"),
                body);
        Receipt receipt = entrance.receive(portal, stream, page);
        return ResponseEntity.ok(receipt);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(PushRefused refused, HttpServletRequest request) {
        LOG.warn("{} {}: {}", request.getRequestURI(), refused.code(), refused.sentence());
        return problem(
                HttpStatus.valueOf(refused.code().status()), refused.code().name(), refused.sentence());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notWhole(PushedBody.NotWhole broken, HttpServletRequest request) {
        LOG.warn("{} {}: {}", request.getRequestURI(), broken.code(), broken.getMessage());
        return problem(broken.status(), broken.code(), String.valueOf(broken.getMessage()));
    }

    private static boolean isJson(@Nullable String type) {
        try {
            return type != null && MediaType.APPLICATION_JSON.isCompatibleWith(MediaType.parseMediaType(type));
        } catch (InvalidMediaTypeException none) {
            return false;
        }
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String code, String sentence) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, sentence);
        problem.setProperty("code", code);
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            answer.header(HttpHeaders.RETRY_AFTER, WAIT_SECONDS);
        }
        return answer.body(problem);
    }
}
