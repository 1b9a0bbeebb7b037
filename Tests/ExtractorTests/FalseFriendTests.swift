import Rubric
import Testing

@testable import Extractor

/// Words that look like a competency and are none: reported by people who used keyword search.
@Suite("False friends")
struct FalseFriendTests {
  @Test(
    "a demand that holds one states nothing of it",
    arguments: [
      ("Going forward, you will meet many people", "go"),
      ("You will work on our go-to-market with sales", "go"),
      ("You are a go-getter", "go"), ("You notice red flags early", "developer-experience"),
      ("You notice red flags early", "ci-cd"),
      ("You advise hands-on C-level leaders", "cpp"), ("We closed our Series C", "cpp"),
      ("To express interest, write to us", "typescript"), ("Your work should spark joy", "data-platform"),
      ("You like rust-proof containers", "rust"), ("You will remove rust from boxes", "rust"),
      ("You bargain for a chef's salary", "infrastructure-as-code"),
      ("You have worked in container shipping", "containers"),
      ("You join networking events with partners", "networking"),
      ("You eat with the rest of the team", "api-design"),
      ("You are worth your salt", "infrastructure-as-code"),
      ("You stand at the helm", "kubernetes"), ("You carry money to a bank vault", "security"),
      ("A nomad lifestyle suits you", "kubernetes"), ("You react swiftly", "programming"),
      ("You make sure that all is well", "ci-cd"), ("You mesh with the team", "networking"),
      ("Keep private registries: Artifactory, npm, PyPI", "python"),
      ("Keep private registries: Artifactory, npm, PyPI", "typescript"),
      ("Our client is looking for an engineer who needs little help", "customer-focus"),
      ("We handle millions of daily customer interactions", "customer-focus"),
      ("With the support of the wider community, learn to build", "community"),
      ("You prioritize security", "delivery"), ("A pragmatic approach to troubleshooting", "delivery"),
      ("Care for production and testing databases", "testing"),
      ("Use security tools to monitor and protect environments", "observability"),
      ("Modern development workflows using GitHub", "developer-experience"),
    ])
  func silent(line: String, id: String) throws {
    #expect(!(try ids(of: line).contains(id)), "\(line)")
  }

  @Test(
    "beside the real thing they do not hide it",
    arguments: [
      ("CI/CD/CT pipelines", "ci-cd"), ("Experience with IDS/IPS", "security"),
      ("Go, and a go-to-market mind", "go"), ("Rust, for rust-proof systems", "rust"),
      ("Chef or Puppet", "infrastructure-as-code"), ("HashiCorp Vault", "security"),
      ("C and C++ at C-level speed", "cpp"), ("Networking: BGP, DNS and TCP/IP", "networking"),
      ("Works as part of a team", "collaboration"), ("Develop training materials", "mentorship"),
      ("Being up to date with new practices", "adaptability"), ("Services that are well tested", "testing"),
      ("A focus on performance and scalability of systems", "distributed-systems"),
      ("Continuously integrated workflows", "ci-cd"), ("Purchasing hardware", "datacenter"),
      ("Smart enough to make decisions on their own", "ownership"), ("Terrafom and Phyton", "python"),
    ])
  func heard(line: String, id: String) throws {
    #expect(try ids(of: line).contains(id), "\(line)")
  }

  private func ids(of line: String) throws -> [String] {
    try OwnLibrary.extract("# Platform Engineer\n\n## Requirements\n\n- \(line)\n").role.competencies.map(
      \.id)
  }
}
