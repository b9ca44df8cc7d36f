package com.enterprisesigning.archive;

/** The same words in the two languages of the report. */
record Words(String swedish, String english) {

  /** Returns both as HTML; the page shows the one whose language is chosen. */
  String html() {
    return "<span lang=\"sv\">"
        + Html.text(swedish)
        + "</span><span lang=\"en\">"
        + Html.text(english)
        + "</span>";
  }
}
