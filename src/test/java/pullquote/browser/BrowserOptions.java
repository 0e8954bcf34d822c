package pullquote.browser;

import com.microsoft.playwright.options.ColorScheme;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a {@link WidgetPage} has before him, if it is no common screen. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
@interface BrowserOptions {
    int width() default 1280;

    int height() default 800;

    boolean touch() default false;

    String locale() default "en-US";

    ColorScheme colours() default ColorScheme.LIGHT;
}
