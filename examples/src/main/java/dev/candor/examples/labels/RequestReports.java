package dev.candor.examples.labels;

import dev.candor.telemetry.Event;
import dev.candor.telemetry.EventType;
import dev.candor.telemetry.Telemetry;
import dev.candor.telemetry.servlet.FinishedRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Consumer;

/** What the maintainer is told of requests. */
final class RequestReports implements Consumer<FinishedRequest> {
    private static final int NOT_FOUND = 404;

    private final Telemetry telemetry;

    RequestReports(Telemetry telemetry) {
        this.telemetry = telemetry;
    }

    void me(HttpServletRequest request, String user) {
        event(LabelsEvents.ME, request).with(LabelsEvents.USER, user).record();
    }

    void bulk(HttpServletRequest request, String task, int records) {
        event(LabelsEvents.BULK, request)
                .with(LabelsEvents.TASK, task)
                .with(LabelsEvents.RECORDS, records)
                .record();
    }

    void failed(HttpServletRequest request, ApiError error) {
        event(LabelsEvents.ERROR, request)
                .with(LabelsEvents.CODE, error.code())
                .with(LabelsEvents.ENTITY, error.entity())
                .record();
    }

    /** Reports what no servlet has answered for: paths that lead nowhere, and faults of the server. */
    @Override
    public void accept(FinishedRequest finished) {
        boolean nowhere = finished.route() == null && finished.status() == NOT_FOUND;
        if (finished.error() == null && !nowhere) {
            return;
        }
        headers(telemetry.event(LabelsEvents.ERROR), finished.userAgent(), finished.acceptLanguage())
                .with(LabelsEvents.CODE, nowhere ? ApiError.NO_ROUTE : ApiError.INTERNAL)
                .with(LabelsEvents.ENTITY, ApiError.NONE)
                .record();
    }

    private Event event(EventType type, HttpServletRequest request) {
        return headers(telemetry.event(type), header(request, "user-agent"), header(request, "accept-language"));
    }

    private static Event headers(Event event, String userAgent, String acceptLanguage) {
        if (!userAgent.isEmpty()) {
            event.with(LabelsEvents.USER_AGENT, userAgent);
        }
        if (!acceptLanguage.isEmpty()) {
            event.with(LabelsEvents.ACCEPT_LANGUAGE, acceptLanguage);
        }
        return event;
    }

    private static String header(HttpServletRequest request, String name) {
        String value = request.getHeader(name);
        return value == null ? "" : value;
    }
}
