package dev.candor.telemetry;

/** Who receives what is sent. It decides which switches govern a route and how much it may carry. */
public enum Audience {
    /** Whoever made the tool. Governed by the user's consent; gets only what was declared. */
    MAINTAINER,
    /** Whoever runs the tool, at a destination they named themselves. Governed by their own switches. */
    OWNER
}
