/** The backend that docs/writing-a-backend.md shows. */
package dev.example.webhook;
