import ArgumentParser
@main struct Rolewright: ParsableCommand { }
