package dev.candor.examples.labels;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code /api/dataset/{name}} and {@code /api/dataset/{name}/{task}:bulk}. */
final class DatasetServlet extends ApiServlet {
    private static final long serialVersionUID = 1L;
    private static final Set<String> TASKS = Set.of("text-classification", "token-classification", "text2text");
    private static final String BULK = ":bulk";
    private static final int UNPROCESSABLE = 422;

    @SuppressWarnings("serial") // nobody serializes the servlets of an embedded server
    private final RecordStore store;

    DatasetServlet(RequestReports reports, RecordStore store) {
        super(reports);
        this.store = store;
    }

    @Override
    Map<String, ?> answer(HttpServletRequest request) throws IOException, SQLException {
        user(request);
        String path = request.getPathInfo() == null ? "/" : request.getPathInfo();
        int slash = path.indexOf('/', 1);
        if (slash < 0) {
            return found(path.substring(1));
        }
        if (!path.endsWith(BULK) || !request.getMethod().equals("POST")) {
            throw new ApiError(HttpServletResponse.SC_NOT_FOUND, ApiError.NOT_FOUND, ApiError.DATASET);
        }
        String task = path.substring(slash + 1, path.length() - BULK.length());
        return bulk(request, path.substring(1, slash), task);
    }

    private Map<String, ?> found(String name) throws SQLException {
        RecordStore.Dataset dataset = store.find(name)
                .orElseThrow(
                        () -> new ApiError(HttpServletResponse.SC_NOT_FOUND, ApiError.NOT_FOUND, ApiError.DATASET));
        return Map.of("name", name, "task", dataset.task(), "records", dataset.records());
    }

    private Map<String, ?> bulk(HttpServletRequest request, String name, String task) throws IOException, SQLException {
        if (!TASKS.contains(task)) {
            throw new ApiError(HttpServletResponse.SC_NOT_FOUND, ApiError.NOT_FOUND, ApiError.TASK);
        }
        List<String> texts = texts(request);
        store.add(name, task, texts);
        reports().bulk(request, task, texts.size());
        return Map.of("dataset", name, "processed", texts.size());
    }

    private static List<String> texts(HttpServletRequest request) throws IOException {
        List<String> texts = new ArrayList<>();
        try {
            for (JsonNode record : JSON.readTree(request.getInputStream()).path("records")) {
                if (!record.path("text").isTextual()) {
                    throw new ApiError(UNPROCESSABLE, ApiError.INVALID, ApiError.RECORD);
                }
                texts.add(record.path("text").asText());
            }
        } catch (JsonProcessingException notJson) {
            throw new ApiError(UNPROCESSABLE, ApiError.INVALID, ApiError.RECORD);
        }
        return texts;
    }
}
