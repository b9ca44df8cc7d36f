package com.enterprisesigning.evidence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Parses signatures. DTDs, external resources and XInclude are disabled. */
final class SignedDocumentReader {
  /**
   * BankID accepts 240,000 characters of base64 ({@code docs/bankid.md#sign}). Encoded again, with
   * the rest of the document, they become 350,000.
   */
  private static final int MAXIMUM_CHARACTERS = 1_000_000;

  /** BankID's documents are seven elements deep. */
  private static final int MAXIMUM_DEPTH = 32;

  private static final String DISALLOW_DOCTYPE =
      "http://apache.org/xml/features/disallow-doctype-decl";

  private final DocumentBuilderFactory factory = factory();

  private static DocumentBuilderFactory factory() {
    // The JDK's own parser, even if others are on the class path.
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    try {
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature(DISALLOW_DOCTYPE, true);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the JDK's XML parser has no secure mode", e);
    }
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
    factory.setAttribute("jdk.xml.maxElementDepth", MAXIMUM_DEPTH);
    factory.setXIncludeAware(false);
    return factory;
  }

  /** Reads base64 of a signature's XML. */
  SignedDocument read(String signature) throws StepFailed {
    return SignedDocument.of(parse(Base64Text.decode(signature, MAXIMUM_CHARACTERS)));
  }

  private Document parse(byte[] xml) throws StepFailed {
    DocumentBuilder builder = newBuilder();
    builder.setErrorHandler(new Refusing());
    try {
      Document document = builder.parse(new ByteArrayInputStream(xml));
      // With another encoding, declared or recognized, another reader could find other texts.
      if (!isUtf8(document.getInputEncoding()) || !isUtf8(document.getXmlEncoding())) {
        throw new StepFailed(
            "The signature is not XML in UTF-8. No BankID signature is like that.");
      }
      return document;
    } catch (SAXException | IOException e) {
      throw new StepFailed(
          "The signature is not XML, has a document type declaration or is nested too deeply. No"
              + " BankID signature is like that.");
    }
  }

  private static boolean isUtf8(String encoding) {
    return encoding == null || encoding.equalsIgnoreCase("UTF-8");
  }

  /** A factory is not thread-safe; the builder it creates is used only by this call. */
  private DocumentBuilder newBuilder() {
    synchronized (factory) {
      try {
        return factory.newDocumentBuilder();
      } catch (ParserConfigurationException e) {
        throw new IllegalStateException("the JDK's XML parser has no secure mode", e);
      }
    }
  }

  /** Replaces the default handler, which prints errors to standard error. */
  private static final class Refusing implements ErrorHandler {
    @Override
    public void warning(SAXParseException e) {
      // A warning is not an error: parsing continues.
    }

    @Override
    public void error(SAXParseException e) throws SAXException {
      throw e;
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }
  }
}
