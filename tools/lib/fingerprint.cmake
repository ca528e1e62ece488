# Writes the fingerprint of the code that makes facts: cmake -DFILES=list -DOUTPUT=file -P this.
# A store whose facts were made by other code makes them anew from the texts it keeps.
file(STRINGS ${FILES} files)
set(hashes "")
foreach(file ${files})
  file(SHA256 ${file} hash)
  string(APPEND hashes ${hash})
endforeach()
string(SHA256 hash "${hashes}")
string(SUBSTRING ${hash} 0 16 hash)
file(WRITE ${OUTPUT}
  "#include \"core/pipeline/stages.h\"\n"
  "namespace cifra { const std::string_view kCodeFingerprint = \"${hash}\"; }\n")
