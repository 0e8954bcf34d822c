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

/** Reads and writes JSON: snake_case names and ISO dates. Input is checked strictly, but unknown fields are ignored. */
public final class Json {
    private static final ObjectMapper MAPPER = createMapper();

    private Json() {}

    /** Returns the value as JSON on one line, as server-sent events require. */
    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("failed to write as JSON: " + value.getClass(), e);
        }
    }

    /**
     * Parses a JSON object.
     *
     * @throws HttpProblemException if the JSON is invalid; it names the field or the position
     */
    public static <T> T read(String json, Class<T> type) {
        if (json.isBlank()) {
            throw invalidJson("The body is empty. Send a JSON object.");
        }
        try {
            T value = MAPPER.readValue(json, type);
            if (value == null) {
                throw invalidJson("The body is null. Send a JSON object.");
            }
            return value;
        } catch (JsonMappingException e) {
            // A syntax error inside a field is not a wrong type of that field.
            throw e.getCause() instanceof StreamReadException broken ? parseError(broken) : typeMismatch(e);
        } catch (JsonProcessingException e) {
            throw parseError(e);
        }
    }

    private static HttpProblemException typeMismatch(JsonMappingException e) {
        if (e.getPath().isEmpty()) {
            return invalidJson("The body is not a JSON object.");
        }
        // The last path element failed. Array elements have no field name.
        String field = e.getPath().get(e.getPath().size() - 1).getFieldName();
        return field == null
                ? invalidJson("The body is not a JSON object.")
                : HttpProblemException.invalidField(field, wrongTypeMessage(field));
    }

    private static String wrongTypeMessage(String field) {
        return "“" + field + "” must be text.";
    }

    private static HttpProblemException parseError(JsonProcessingException e) {
        if (e.getOriginalMessage().startsWith("Duplicate field") && e.getProcessor() instanceof JsonParser parser) {
            String field = parser.getParsingContext().getCurrentName();
            return HttpProblemException.invalidField(field, "“" + field + "” appears twice in the body.");
        }
        JsonLocation location = e.getLocation();
        String position =
                location == null ? "" : ", line " + location.getLineNr() + ", column " + location.getColumnNr();
        return invalidJson("The body is not valid JSON" + position + ".");
    }

    private static HttpProblemException invalidJson(String detail) {
        return new HttpProblemException(400, "invalid_json", detail);
    }

    private static ObjectMapper createMapper() {
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
                // Reject numbers and booleans for text fields instead of converting them silently.
                .withCoercionConfig(
                        LogicalType.Textual,
                        text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .build();
    }
}
