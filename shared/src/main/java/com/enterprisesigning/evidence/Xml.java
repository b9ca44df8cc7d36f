package com.enterprisesigning.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Reads a DOM by namespace, and only within the given element. */
final class Xml {
  static final String XMLDSIG = "http://www.w3.org/2000/09/xmldsig#";
  static final String BANKID = "http://www.bankid.com/signature/v1.0.0/types";

  private Xml() {}

  static boolean is(Node node, String namespace, String name) {
    return node instanceof Element
        && namespace.equals(node.getNamespaceURI())
        && name.equals(node.getLocalName());
  }

  static List<Element> children(Element parent) {
    List<Element> children = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  static List<Element> children(Element parent, String namespace, String name) {
    return children(parent).stream().filter(child -> is(child, namespace, name)).toList();
  }

  /** Returns BankID's element of this name; empty if there is none. */
  static Optional<Element> only(Element parent, String name) throws StepFailed {
    List<Element> found = children(parent, BANKID, name);
    if (found.size() > 1) {
      throw new StepFailed("The signed data holds more than one " + name + ".");
    }
    return found.stream().findFirst();
  }

  /** Returns the text of an element that contains only text. */
  static String text(Element element) throws StepFailed {
    if (!children(element).isEmpty()) {
      throw new StepFailed("The element " + element.getLocalName() + " must hold only text.");
    }
    return element.getTextContent();
  }
}
