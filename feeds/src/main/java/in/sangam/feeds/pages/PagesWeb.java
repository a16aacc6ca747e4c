package in.sangam.feeds.pages;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives every page its {@link Page}. */
@Configuration(proxyBeanMethods = false)
class PagesWeb implements WebMvcConfigurer {

    private final PageArgument pages;

    PagesWeb(PageArgument pages) {
        this.pages = pages;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(pages);
    }
}
