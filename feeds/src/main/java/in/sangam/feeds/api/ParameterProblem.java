package in.sangam.feeds.api;

import java.util.List;
import org.springframework.http.HttpStatus;

/** A request that cannot be answered as it was asked: names the parameter, what is wrong with it and what is valid. */
public final class ParameterProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int MOST_VALID = 60;

    private final HttpStatus status;
    private final String parameter;
    private final transient List<String> valid;

    private ParameterProblem(HttpStatus status, String parameter, String wrong, List<String> valid) {
        super(wrong);
        this.status = status;
        this.parameter = parameter;
        this.valid = valid.size() > MOST_VALID ? valid.subList(0, MOST_VALID) : List.copyOf(valid);
    }

    /** A parameter with a value that is not valid: 400. */
    public static ParameterProblem invalid(String parameter, String wrong, List<String> valid) {
        return new ParameterProblem(HttpStatus.BAD_REQUEST, parameter, wrong, valid);
    }

    /** A thing that does not exist: 404. */
    public static ParameterProblem missing(String parameter, String wrong) {
        return new ParameterProblem(HttpStatus.NOT_FOUND, parameter, wrong, List.of());
    }

    /** Something that the state of things does not allow now: 409. */
    public static ParameterProblem conflict(String parameter, String wrong) {
        return new ParameterProblem(HttpStatus.CONFLICT, parameter, wrong, List.of());
    }

    public HttpStatus status() {
        return status;
    }

    public String parameter() {
        return parameter;
    }

    public List<String> valid() {
        return valid;
    }
}
