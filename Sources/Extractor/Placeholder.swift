/// Reads postings.
enum Placeholder {}
