/** The backend of docs/writing-a-backend.md, which shows these files. */
package dev.example.webhook;
