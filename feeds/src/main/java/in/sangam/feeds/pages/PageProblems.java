package in.sangam.feeds.pages;

import in.sangam.feeds.api.ParameterProblem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** A page that cannot be shown says why and what would be valid. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@ControllerAdvice(basePackageClasses = PageProblems.class)
public final class PageProblems {

    /** What is wrong and what would be valid. */
    public record ProblemView(String wrong, List<String> valid) {}

    private final PageArgument pages;

    PageProblems(PageArgument pages) {
        this.pages = pages;
    }

    @ExceptionHandler
    ResponseEntity<String> asked(ParameterProblem e, HttpServletRequest request, HttpServletResponse response) {
        return show(e.status(), String.valueOf(e.getMessage()), e.valid(), request, response);
    }

    @ExceptionHandler
    ResponseEntity<String> missing(
            MissingServletRequestParameterException e, HttpServletRequest request, HttpServletResponse response) {
        String wrong = "Parameter " + e.getParameterName() + " is missing.";
        return show(HttpStatus.BAD_REQUEST, wrong, List.of(), request, response);
    }

    @ExceptionHandler
    ResponseEntity<String> mistyped(
            MethodArgumentTypeMismatchException e, HttpServletRequest request, HttpServletResponse response) {
        String wrong = "'" + e.getValue() + "' cannot be read as " + e.getName() + ".";
        return show(HttpStatus.BAD_REQUEST, wrong, List.of(), request, response);
    }

    private ResponseEntity<String> show(
            HttpStatus status,
            String wrong,
            List<String> valid,
            HttpServletRequest request,
            HttpServletResponse response) {
        return Templates.render(status, "problem", pages.of(request, response), new ProblemView(wrong, valid));
    }
}
