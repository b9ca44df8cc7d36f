package com.enterprisesigning.local.docs;

import static com.enterprisesigning.local.docs.Contract.list;
import static com.enterprisesigning.local.docs.Contract.map;
import static com.enterprisesigning.local.docs.Contract.text;
import static com.enterprisesigning.local.docs.Html.escape;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The contract as one HTML page: operations, then schemas; no script, no other host. */
public final class ContractPage {
  private final Contract contract;
  private final Html html = new Html();
  private final StringBuilder page = new StringBuilder();

  private ContractPage(Contract contract) {
    this.contract = contract;
  }

  /**
   * Makes the page.
   *
   * @param openapi the contract's YAML
   */
  public static String render(String openapi) {
    ContractPage page = new ContractPage(Contract.parse(openapi));
    page.write();
    return page.page.toString();
  }

  private void write() {
    Map<?, ?> info = map(contract.document(), "info");
    String title = escape(text(info, "title"));
    page.append("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>")
        .append(title)
        .append("</title><style>")
        .append(style())
        .append("</style></head><body>");
    navigation(title);
    page.append(
        "<main><h1>" + title + " <small>" + escape(text(info, "version")) + "</small></h1>");
    page.append("<p class=\"lead\">" + escape(text(info, "summary")) + ". ");
    page.append("The same as a file: <a href=\"/openapi.yaml\">openapi.yaml</a></p>");
    page.append(html.markdown(text(info, "description")));
    page.append("<h2>Operations</h2>");
    contract.operations().forEach(this::operation);
    page.append("<h2>Schemas</h2>");
    map(map(contract.document(), "components"), "schemas").forEach(this::schema);
    page.append("</main></body></html>");
  }

  private void navigation(String title) {
    page.append("<nav aria-label=\"Operations\"><strong>" + title + "</strong><ul>");
    for (Contract.Operation operation : contract.operations()) {
      page.append("<li><a href=\"#" + escape(operation.anchor()) + "\">" + method(operation));
      page.append(" " + escape(operation.path()) + "</a></li>");
    }
    page.append("</ul></nav>");
  }

  private static String method(Contract.Operation operation) {
    String method = escape(operation.method());
    return "<span class=\"method " + method + "\">" + method + "</span>";
  }

  private void operation(Contract.Operation operation) {
    Map<?, ?> definition = operation.definition();
    page.append("<section id=\"" + escape(operation.anchor()) + "\"><h3>" + method(operation));
    page.append(" <code>" + escape(operation.path()) + "</code></h3>");
    page.append("<p class=\"lead\">" + escape(text(definition, "summary")) + "</p>");
    page.append(html.markdown(text(definition, "description")));
    if (!operation.parameters().isEmpty()) {
      page.append("<h4>Parameters</h4><dl>");
      operation.parameters().forEach(parameter -> parameter(contract.resolve(parameter)));
      page.append("</dl>");
    }
    if (definition.containsKey("requestBody")) {
      Map<?, ?> body = contract.resolve(definition.get("requestBody"));
      page.append("<h4>Request</h4>" + html.markdown(text(body, "description")));
      content(body);
    }
    page.append("<h4>Answers</h4>");
    map(definition, "responses")
        .forEach((status, answer) -> answer(String.valueOf(status), contract.resolve(answer)));
    page.append("</section>");
  }

  private void parameter(Map<?, ?> parameter) {
    page.append("<dt><code>" + escape(text(parameter, "name")) + "</code> in ");
    page.append(escape(text(parameter, "in")) + "</dt><dd>");
    page.append(html.markdown(text(parameter, "description")));
    page.append(Html.yaml(map(parameter, "schema")) + "</dd>");
  }

  private void answer(String status, Map<?, ?> answer) {
    page.append("<details><summary><b class=\"status s" + escape(status.substring(0, 1)) + "\">");
    page.append(escape(status) + "</b> " + escape(text(answer, "description")) + "</summary>");
    map(answer, "headers")
        .forEach((name, header) -> {
          page.append("<p><code>" + escape(String.valueOf(name)) + "</code></p>");
          page.append(html.markdown(text(contract.resolve(header), "description")));
        });
    content(answer);
    page.append("</details>");
  }

  private void content(Map<?, ?> holder) {
    map(holder, "content")
        .forEach((type, media) -> {
          page.append("<p class=\"type\">" + escape(String.valueOf(type)) + "</p>");
          page.append(Html.yaml(map((Map<?, ?>) media, "schema")));
          map((Map<?, ?>) media, "examples").forEach(this::example);
        });
  }

  private void example(Object name, Object example) {
    Map<?, ?> resolved = contract.resolve(example);
    String summary = text(resolved, "summary");
    page.append("<details><summary>Example: ");
    page.append(escape(summary.isEmpty() ? String.valueOf(name) : summary) + "</summary>");
    page.append(Html.yaml(resolved.get("value")) + "</details>");
  }

  private void schema(Object name, Object schema) {
    String id = escape(String.valueOf(name));
    page.append("<section id=\"schema-" + id + "\"><h3><code>" + id + "</code></h3>");
    boolean required = !list((Map<?, ?>) schema, "required").isEmpty();
    page.append(required ? "" : "<p class=\"type\">no member is required</p>");
    page.append(Html.yaml(schema) + "</section>");
  }

  private static String style() {
    try (InputStream css = ContractPage.class.getResourceAsStream("contract.css")) {
      return new String(css.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
