package in.sangam.feeds.api;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Every error of the API as an RFC 9457 problem that names the parameter, what is wrong and what is valid. */
@Order(Ordered.HIGHEST_PRECEDENCE) // before the framework's own, which names no parameter
@RestControllerAdvice(basePackageClasses = Problems.class)
final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> asked(ParameterProblem e) {
        ProblemDetail problem = problem(e.status(), String.valueOf(e.getMessage()), e.parameter());
        if (!e.valid().isEmpty()) {
            problem.setProperty("valid", e.valid());
        }
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missing(MissingServletRequestParameterException e) {
        return answer(problem(
                HttpStatus.BAD_REQUEST, "Parameter " + e.getParameterName() + " is missing.", e.getParameterName()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> mistyped(MethodArgumentTypeMismatchException e) {
        Class<?> type = e.getRequiredType();
        ProblemDetail problem = problem(
                HttpStatus.BAD_REQUEST, "'" + e.getValue() + "' cannot be read as " + e.getName() + ".", e.getName());
        problem.setProperty("valid", type == boolean.class ? List.of("true", "false") : List.of("a whole number"));
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> format(HttpMediaTypeNotAcceptableException e) {
        ProblemDetail problem =
                problem(HttpStatus.NOT_ACCEPTABLE, "This address does not answer in the format asked for.", "format");
        problem.setProperty("valid", List.of("json", "csv", "xlsx"));
        return answer(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> other(ErrorResponseException e) {
        return answer(e.getBody());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unforeseen(RuntimeException e) {
        LOG.error("A request to the API failed", e);
        return answer(ProblemDetail.forStatusAndDetail(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "The hub could not answer. Try again; if it stays so, an operator finds the cause in the log."));
    }

    private static ProblemDetail problem(HttpStatusCode status, String detail, String parameter) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(status.value() == 404 ? "Not found" : "A parameter is not valid");
        problem.setProperty("parameter", parameter);
        return problem;
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
