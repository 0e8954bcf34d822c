package pullquote;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.regex.Pattern;

/** Escapes control and format characters in log messages, so that input cannot forge log lines or colours. */
public final class EscapingConverter extends MessageConverter {
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]");

    @Override
    public String convert(ILoggingEvent event) {
        return escape(super.convert(event));
    }

    static String escape(String message) {
        return INVISIBLE
                .matcher(message)
                .replaceAll(found -> String.format("\\\\u{%x}", found.group().codePointAt(0)));
    }
}
