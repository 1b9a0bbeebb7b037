import TestSupport

/// Postings of random parts, the same for each seed: marks, words of signals, damage and odd characters.
enum RandomPosting {
  /// A posting in Markdown, plain text or HTML.
  static func make(_ random: inout SeededGenerator) -> String {
    let parts = random.once(in: 2) ? markdown : html
    return (0..<(20 + random.next() % 60)).map { _ in
      random.pick(random.once(in: 3) ? words : parts) + random.pick([" ", "", "\n", "\n\n"])
    }.joined()
  }

  private static let words = [
    "Kubernetes", "Go", "or", "and", "Terraform,", "you", "5+ years", "is a plus", "(preferred)", "must have",
    "such as", "AWS/GCP", "C++", "on-call", "€50k", "$100,000 - $120,000", "remote", "deep", "etc.", "e.g.",
    "“quoted”", "Zürich", "日本", "🚀", "â€™", "Ã©", "‚Äô", "\u{A0}", "\u{200B}", "e\u{301}", ";", "Python",
    "Linux", "no on-call", "our customers run", "30 minutes", "interview",
  ]

  private static let markdown = [
    "# Site Reliability Engineer", "## Requirements", "## Nice to have", "**What you'll do**", "- ", "  * ",
    "1. ", "---", "===", "Benefits:", "[text](http://x)", "![", "](", "`code`", "\\*", "&amp;", "<br>", "> ",
    "Requirements: ", "YOUR PROFILE", "## Our hiring process", "## About us", "Location: ", "a | b | c", "\t",
  ]

  private static let html = [
    "<p>", "</p>", "<ul>", "</ul>", "<li>", "</li>", "<h2>Requirements</h2>", "<h1>SRE</h1>", "<b>", "</b>",
    "<br>", "<div>", "</div>", "<pre>", "</pre>", "&nbsp;", "&rsquo;", "&#10;", "<script>", "</script>",
    "<!-- Go -->", "<strong>Nice to have</strong>", "<a href=\"x\">", "</a>", "<title>x</title>", "<", "&",
    "<nav>Java</nav>", "<td>",
  ]
}
