package in.sangam.feeds.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses a parameter that an address does not have: a misspelt filter would otherwise answer with too much. */
public final class KnownParameters implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.getBeanType().getPackageName().equals(KnownParameters.class.getPackageName())) {
            List<String> known = new ArrayList<>(List.of("format"));
            for (MethodParameter parameter : method.getMethodParameters()) {
                if (parameter.hasParameterAnnotation(RequestParam.class)) {
                    parameter.initParameterNameDiscovery(new org.springframework.core.DefaultParameterNameDiscoverer());
                    known.add(String.valueOf(parameter.getParameterName()));
                }
            }
            for (String name : request.getParameterMap().keySet()) {
                if (!known.contains(name)) {
                    throw ParameterProblem.invalid(name, "This address has no parameter '" + name + "'.", known);
                }
            }
        }
        return true;
    }
}
