# Writes the fingerprint of some sources: cmake -DNAME=kName -DFILES=list -DOUTPUT=file -P this.
# A store whose documents were made by other code makes them anew.
file(STRINGS ${FILES} files)
set(hashes "")
foreach(file ${files})
  file(SHA256 ${file} hash)
  string(APPEND hashes ${hash})
endforeach()
string(SHA256 hash "${hashes}")
string(SUBSTRING ${hash} 0 16 hash)
file(WRITE ${OUTPUT}
  "#include \"core/pipeline/document_work.h\"\n"
  "namespace cifra { const std::string_view ${NAME} = \"${hash}\"; }\n")
