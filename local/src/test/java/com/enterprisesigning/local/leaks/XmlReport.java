package com.enterprisesigning.local.leaks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A test's output and failures in a report of surefire. The report's JVM properties are left out,
 * and so are the tests' names, which contain their arguments.
 */
final class XmlReport {
  private static final Set<String> TOLD =
      Set.of(
          "system-out",
          "system-err",
          "failure",
          "error",
          "rerunFailure",
          "rerunError",
          "flakyFailure",
          "flakyError",
          "stackTrace");

  private XmlReport() {}

  static List<String> lines(Path file) throws IOException {
    XMLInputFactory factory = XMLInputFactory.newFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    List<String> lines = new ArrayList<>();
    try (InputStream report = Files.newInputStream(file)) {
      XMLStreamReader xml = factory.createXMLStreamReader(report);
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT && TOLD.contains(xml.getLocalName())) {
          String message = xml.getAttributeValue(null, "message");
          if (message != null) {
            message.lines().forEach(lines::add);
          }
          text(xml).lines().forEach(lines::add);
        }
      }
    } catch (XMLStreamException e) {
      throw new IOException(file + " is no report", e);
    }
    return lines;
  }

  /** Returns all text up to the element's end, including nested elements. */
  private static String text(XMLStreamReader xml) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    int depth = 1;
    while (depth > 0) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> depth++;
        case XMLStreamConstants.END_ELEMENT -> depth--;
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
        default -> {}
      }
    }
    return text.toString();
  }
}
