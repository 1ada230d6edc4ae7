package dev.candor.telemetry.servlet;

import java.util.Locale;

/** The methods that are told apart; whatever else somebody sends has one name. */
enum Method {
    GET,
    HEAD,
    POST,
    PUT,
    DELETE,
    PATCH,
    OPTIONS,
    TRACE,
    OTHER;

    static final int COUNT = values().length;

    /** The method of a request, however it is spelled. */
    static Method of(String sent) {
        Method known = known(sent);
        return known == OTHER ? known(sent.toUpperCase(Locale.ROOT)) : known;
    }

    private static Method known(String name) {
        return switch (name) {
            case "GET" -> GET;
            case "HEAD" -> HEAD;
            case "POST" -> POST;
            case "PUT" -> PUT;
            case "DELETE" -> DELETE;
            case "PATCH" -> PATCH;
            case "OPTIONS" -> OPTIONS;
            case "TRACE" -> TRACE;
            default -> OTHER;
        };
    }
}
