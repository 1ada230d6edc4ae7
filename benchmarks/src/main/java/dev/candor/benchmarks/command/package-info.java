/** What a short command pays, as a whole process. */
@NullMarked
package dev.candor.benchmarks.command;

import org.jspecify.annotations.NullMarked;
