package pullquote.retrieval;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Hears what a class warns of. */
final class Warnings implements AutoCloseable {
    private final ListAppender<ILoggingEvent> heard = new ListAppender<>();
    private final Logger log;

    Warnings(Class<?> speaker) {
        log = (Logger) LoggerFactory.getLogger(speaker);
        heard.start();
        log.addAppender(heard);
    }

    List<String> texts() {
        return heard.list.stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    @Override
    public void close() {
        log.detachAppender(heard);
    }
}
