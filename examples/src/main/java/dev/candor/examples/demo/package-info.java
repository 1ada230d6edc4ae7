/** The demo: runs the example programs against strict receivers on this machine and checks what arrived. */
@NullMarked
package dev.candor.examples.demo;

import org.jspecify.annotations.NullMarked;
