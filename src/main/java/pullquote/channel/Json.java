package pullquote.channel;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** Our JSON: snake_case, dates as text; strict about what comes in, except that it may hold fields we don't know. */
public final class Json {
    private static final ObjectMapper MAPPER = mapper();

    private Json() {}

    /** On one line, which makes it fit for an event of a stream. */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be written as JSON: " + value.getClass(), e);
        }
    }

    /**
     * Reads an object.
     *
     * @throws HttpProblemException that names the field, or the place, that is wrong
     */
    public static <T> T read(String json, Class<T> type) {
        if (json.isBlank()) {
            throw malformed("The body is empty. Send a JSON object.");
        }
        try {
            T value = MAPPER.readValue(json, type);
            if (value == null) {
                throw malformed("The body is null. Send a JSON object.");
            }
            return value;
        } catch (JsonMappingException e) {
            // What breaks off inside a field is no mistake of that field's type.
            throw e.getCause() instanceof StreamReadException broken ? parseError(broken) : typeMismatch(e);
        } catch (JsonProcessingException e) {
            throw parseError(e);
        }
    }

    private static HttpProblemException typeMismatch(JsonMappingException e) {
        if (e.getPath().isEmpty()) {
            return malformed("The body is no JSON object.");
        }
        // The last step is the one that failed; an index into an array has no name.
        String field = e.getPath().get(e.getPath().size() - 1).getFieldName();
        return field == null
                ? malformed("The body is no JSON object.")
                : HttpProblemException.invalid(field, wrongType(field));
    }

    private static String wrongType(String field) {
        return "“" + field + "” is of a wrong type. It must be text.";
    }

    private static HttpProblemException parseError(JsonProcessingException e) {
        if (e.getOriginalMessage().startsWith("Duplicate field") && e.getProcessor() instanceof JsonParser parser) {
            String field = parser.getParsingContext().getCurrentName();
            return HttpProblemException.invalid(field, "“" + field + "” stands in the body twice.");
        }
        JsonLocation at = e.getLocation();
        String place = at == null ? "" : ", line " + at.getLineNr() + ", column " + at.getColumnNr();
        return malformed("The body is not JSON that we can read" + place + ".");
    }

    private static HttpProblemException malformed(String detail) {
        return new HttpProblemException(400, "invalid_json", detail);
    }

    private static ObjectMapper mapper() {
        var limits = StreamReadConstraints.builder()
                .maxNestingDepth(64)
                .maxNumberLength(100)
                .maxNameLength(1_000)
                .build();
        return JsonMapper.builder(
                        JsonFactory.builder().streamReadConstraints(limits).build())
                .addModule(new JavaTimeModule())
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                // 7 is not "7": who sends a number for text has made a mistake that we tell them of.
                .withCoercionConfig(
                        LogicalType.Textual,
                        text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .build();
    }
}
