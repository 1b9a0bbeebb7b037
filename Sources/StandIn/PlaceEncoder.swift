/// Has a value write itself to its place.
struct PlaceEncoder: Encoder {
  let place: JSONPlace
  let codingPath: [any CodingKey]
  let userInfo: [CodingUserInfoKey: Any] = [:]

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    place.makeEntries()
    return KeyedEncodingContainer(Entries<Key>(place: place, codingPath: codingPath))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    place.makeItems()
    return Items(place: place, codingPath: codingPath)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    Single(place: place, codingPath: codingPath)
  }
}

private struct Single: SingleValueEncodingContainer {
  let place: JSONPlace
  let codingPath: [any CodingKey]

  func encodeNil() { place.putNull() }

  func encode<Value: Encodable>(_ value: Value) throws { try place.put(value, codingPath: codingPath) }
}

private struct Items: UnkeyedEncodingContainer {
  let place: JSONPlace
  let codingPath: [any CodingKey]
  var count: Int { place.count }

  func encodeNil() { place.add().putNull() }

  func encode<Value: Encodable>(_ value: Value) throws { try place.add().put(value, codingPath: codingPath) }

  func nestedContainer<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    PlaceEncoder(place: place.add(), codingPath: codingPath).container(keyedBy: type)
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    PlaceEncoder(place: place.add(), codingPath: codingPath).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { PlaceEncoder(place: place.add(), codingPath: codingPath) }
}

private struct Entries<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let place: JSONPlace
  let codingPath: [any CodingKey]

  func encodeNil(forKey key: Key) { place.add(key).putNull() }

  func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
    try place.add(key).put(value, codingPath: codingPath + [key])
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    PlaceEncoder(place: place.add(key), codingPath: codingPath + [key]).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    PlaceEncoder(place: place.add(key), codingPath: codingPath + [key]).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { PlaceEncoder(place: place, codingPath: codingPath) }

  func superEncoder(forKey key: Key) -> any Encoder {
    PlaceEncoder(place: place.add(key), codingPath: codingPath + [key])
  }
}
