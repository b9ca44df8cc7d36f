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

/** Parses signatures with everything off that XML can do beyond being read. */
final class SignedDocumentReader {
  /**
   * BankID takes 240,000 characters of text (bankid-facts section 2.1); base64 again with all else
   * in the document they are 350,000.
   */
  private static final int MAXIMUM_CHARACTERS = 1_000_000;

  /** BankID's deepest element is the seventh. */
  private static final int MAXIMUM_DEPTH = 32;

  private static final String DISALLOW_DOCTYPE =
      "http://apache.org/xml/features/disallow-doctype-decl";

  private final DocumentBuilderFactory factory = factory();

  private static DocumentBuilderFactory factory() {
    // The JDK's own parser, whichever others are on the class path.
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
      return builder.parse(new ByteArrayInputStream(xml));
    } catch (SAXException | IOException e) {
      throw new StepFailed(
          "It is not XML, or it has a document type declaration or nests too deep, which no BankID"
              + " signature does.");
    }
  }

  /** A factory may not be used by two threads at once; what it makes is this call's own. */
  private DocumentBuilder newBuilder() {
    synchronized (factory) {
      try {
        return factory.newDocumentBuilder();
      } catch (ParserConfigurationException e) {
        throw new IllegalStateException("the JDK's XML parser has no secure mode", e);
      }
    }
  }

  /** In place of the default, which prints what it finds to standard error. */
  private static final class Refusing implements ErrorHandler {
    @Override
    public void warning(SAXParseException e) {
      // A warning is no error: parsing goes on.
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
